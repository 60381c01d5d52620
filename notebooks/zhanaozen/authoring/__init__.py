"""What makes and measures the module: stored outputs, exercises, the data dictionary, the benchmark."""
