"""Every command without a window, by the same calls as the window; never Qt.

`arguments` says what can be typed, `showing` has the commands that only look, `changing` those that write the
file, `giving` those that write something else (exports, prints), `merging` and `editions` those about copies and
editions, `values` reads FIELD=VALUE, and `run` ties them together and turns what happens into an exit code: 0
done, 1 done and there is something to look at, 2 the command line is wrong, 3 refused with one sentence. A module
is imported when its command is called, so that `show` starts at once.
"""
