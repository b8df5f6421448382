print("explainer")
