"""The house: what checks, tests and prepares the project itself. Nothing here is
part of the product.
"""
