"""Tells the version of this Blender and the kinds of GPU that it can compute on, as one line of JSON."""

import json
import sys

import bpy

TYPES = ("OPTIX", "CUDA", "HIP", "METAL", "ONEAPI")

nonce = sys.stdin.readline().strip()
preferences = bpy.context.preferences.addons["cycles"].preferences
devices = {}
for kind in TYPES:
    try:
        names = [each.name for each in preferences.get_devices_for_type(kind) if each.type == kind]
    except Exception:
        names = []
    if names:
        devices[kind] = names
version = ".".join(str(part) for part in bpy.app.version)
print(nonce + " " + json.dumps({"version": version, "devices": devices}), flush=True)
