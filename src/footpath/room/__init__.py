"""The live room: commands in, changes out, who is here."""
