"""What a browser gets, thing by thing and as a whole. Everything here can leave the server;
nothing else does.
"""
