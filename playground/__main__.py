"""python -m playground"""

import sys

try:
    from playground.cli import main

    code = main()
except KeyboardInterrupt:
    # Pressed while the command line itself was loaded, before it could say so in a language.
    from playground.terminal import complain

    complain("stopped")
    code = 130
sys.exit(code)
