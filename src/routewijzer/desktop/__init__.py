"""The desktop app: the only room that imports Qt. It wires the rooms below together and decides nothing."""
