package dev.rollcall.http.sigv4;

import dev.rollcall.http.support.RequestDraft;

import java.util.List;
import java.util.Random;

/// Changes a signed request in one place that the signature covers.
enum Mutation {
    METHOD {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return new RequestDraft(
                    "PATCH", signed.path(), signed.query(), signed.headers(), signed.body());
        }
    },
    PATH_LONGER {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.withPath(signed.path() + "x");
        }
    },
    PATH_DEEPER {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.withPath("/x" + signed.path());
        }
    },
    QUERY_PARAMETER_ADDED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.withQuery(signed.query() + "&x=1");
        }
    },
    QUERY_CHANGED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.withQuery("x" + signed.query());
        }
    },
    HEADER_VALUE_CHANGED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.change(signedHeader(signed, random), value -> otherValue(value, random));
        }
    },
    HEADER_REMOVED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.without(signedHeader(signed, random));
        }
    },
    HEADER_LINE_ADDED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.plus(signedHeader(signed, random), "x");
        }
    },
    HEADER_OF_AWS_ADDED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.plus("x-amz-added", "x");
        }
    },
    BODY_BYTE_CHANGED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            if (signed.body().isEmpty()) {
                return signed.withBody("x");
            }
            int at = random.nextInt(signed.body().length());
            char other = (char) (signed.body().charAt(at) ^ 1 << random.nextInt(8));
            return signed.withBody(
                    signed.body().substring(0, at) + other + signed.body().substring(at + 1));
        }
    },
    BODY_LONGER {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.withBody(signed.body() + "\0");
        }
    },
    DATE_CHANGED {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            RequestTime time = RequestTime.parse(signed.header("x-amz-date")).orElseThrow();
            return signed.with(
                    "x-amz-date", new RequestTime(time.instant().plusSeconds(1)).toString());
        }
    },
    SCOPE_DAY {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return credential(signed, 1, "20000101");
        }
    },
    SCOPE_REGION {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return credential(signed, 2, "eu-north-1");
        }
    },
    SCOPE_SERVICE {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return credential(signed, 3, "s3");
        }
    },
    SCOPE_TERMINATOR {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return credential(signed, 4, "aws4_requests");
        }
    },
    KEY_OF_SOMEBODY_ELSE {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            boolean bobs = signed.header("authorization").contains("AKIDBOB");
            return credential(signed, 0, bobs ? "AKIDADA" : "AKIDBOB");
        }
    },
    SIGNED_HEADERS_SHORTER {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.authorization(signedHeader(signed, random) + ";", "");
        }
    },
    SIGNATURE_DIGIT {
        @Override
        RequestDraft of(RequestDraft signed, Random random) {
            return signed.change(
                    "authorization",
                    header -> {
                        int at = header.length() - 1 - random.nextInt(64);
                        char other = header.charAt(at) == '0' ? '1' : '0';
                        return header.substring(0, at) + other + header.substring(at + 1);
                    });
        }
    };

    abstract RequestDraft of(RequestDraft signed, Random random);

    /// One of the signed headers, though not the last.
    private static String signedHeader(RequestDraft signed, Random random) {
        String list =
                signed.header("authorization").replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
        List<String> names = List.of(list.split(";", -1));
        return names.get(random.nextInt(names.size() - 1));
    }

    private static RequestDraft credential(RequestDraft signed, int element, String value) {
        String credential =
                signed.header("authorization").replaceFirst(".*Credential=([^,]*),.*", "$1");
        String[] elements = credential.split("/", -1);
        elements[element] = value;
        return signed.authorization(credential, String.join("/", elements));
    }

    /// With one character replaced that is not white space.
    private static String otherValue(String value, Random random) {
        if (value.isBlank()) {
            return "x";
        }
        int at = random.nextInt(value.length());
        while (value.charAt(at) == ' ' || value.charAt(at) == '\t') {
            at = (at + 1) % value.length();
        }
        char other = value.charAt(at) == 'x' ? 'y' : 'x';
        return value.substring(0, at) + other + value.substring(at + 1);
    }
}
