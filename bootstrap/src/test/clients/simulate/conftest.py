from rollcall_fixture import rollcall  # noqa: F401
