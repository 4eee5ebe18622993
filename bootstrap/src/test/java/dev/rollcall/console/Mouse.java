package dev.rollcall.console;

import java.util.List;
import java.util.Map;

/// The mouse of a tab, at one place of the screen.
record Mouse(Tab tab, double x, double y) {

    /// In the middle of an element, which is scrolled to.
    static Mouse over(Tab tab, String selector) {
        List<Json> place =
                Json.parse(
                                tab.evaluate(
                                        """
                                        (() => {
                                          const e = document.querySelector('%s');
                                          e.scrollIntoView({ block: 'center' });
                                          const box = e.getBoundingClientRect();
                                          return JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]);
                                        })()
                                        """
                                                .formatted(selector)))
                        .items();
        return new Mouse(
                tab,
                Double.parseDouble(place.get(0).text()),
                Double.parseDouble(place.get(1).text()));
    }

    void does(String type) {
        tab.call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
}
