"""The project's own sample pages: what `rasid demo` pushes."""
