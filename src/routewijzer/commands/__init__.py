"""The command line: one file for each group; read, call one room, print (floor 5)."""
