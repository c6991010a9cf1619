"""`claimcheck serve`: the sheet of pasted text and uploaded files, in the browser of the one who started it.

    uploads.py what was sent, as files of a folder of its own, and the check, in a process that can be ended
    desk.py    the pages
    server.py  start and end, and who may ask for what: this machine, this address, this token, this much

Nothing here is imported by anything but the command, and only it needs starlette, uvicorn and python-multipart. Text of
others is read in another process, which may fail, hang or grow without harm to the server; what was sent is deleted as
soon as it is checked, the pages live in memory, and nothing is left when the server ends.
"""
