import java.util.spi.ToolProvider;

/// Checks that every Java source of the project is formatted, or formats them all. The build runs
/// it with google-java-format on the class path.
void main(String[] args) throws IOException {
    var options =
            switch (args[0]) {
                case "check" -> List.of("--dry-run", "--set-exit-if-changed");
                case "write" -> List.of("--replace");
                default ->
                        throw new IllegalArgumentException("neither check nor write: " + args[0]);
            };
    var arguments = new ArrayList<>(options);
    arguments.add("--aosp");
    arguments.addAll(sources());
    var formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int status = formatter.run(System.err, System.err, arguments.toArray(String[]::new));
    if (status != 0 && args[0].equals("check")) {
        System.err.println("The sources above are not formatted as google-java-format does.");
        System.err.println("Recommended action: mvn -N -Pformat");
    }
    System.exit(status);
}

List<String> sources() throws IOException {
    var sources = new ArrayList<String>();
    try (var modules = Files.newDirectoryStream(Path.of(""), Files::isDirectory)) {
        for (var module : modules) {
            sources.addAll(sourcesIn(module.resolve("src")));
        }
    }
    sources.addAll(sourcesIn(Path.of(".ci")));
    return sources;
}

List<String> sourcesIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
        return List.of();
    }
    try (var files = Files.walk(directory)) {
        return files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
    }
}
