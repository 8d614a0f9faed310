"""A process beside this one, of a module that is run for it alone, and what connects the two."""

import os
import socket
import subprocess
import sys
from multiprocessing.connection import Connection

END_SECONDS = 5.0
"""How long the process may take to end once nobody is connected to it."""


class Child:
    """The process: started at once, gone with this one however that ends, since it ends when nobody is connected.

    Parameters
    ----------
    module
        What is run, as `python -m` takes it; its last argument is the descriptor of its end of the connection.
    arguments
        What it is given before.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        here, there = socket.socketpair()
        with there:
            # A session of its own: Ctrl-C is for the process that started it.
            self.process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-m", module, *arguments, str(there.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
                start_new_session=True,
            )
        self.connection = Connection(here.detach())

    def close(self) -> None:
        """Let the process end."""
        if not self.connection.closed:
            with socket.socket(fileno=os.dup(self.connection.fileno())) as there:
                there.shutdown(socket.SHUT_RDWR)  # who waits to read in another thread is let go too
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.connection.close()
