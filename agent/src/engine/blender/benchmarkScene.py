"""Makes the scene by which the speed of rendering is measured; the path to save it to comes on standard input.

It needs nothing but Blender, 3.4 or later, and is the same everywhere: a floor, two lamps and 36 balls of clay, metal and glass.
"""

import math
import sys

import bpy

SIDE = 6


def material(name, colour, metallic, roughness, transmission):
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    inputs = made.node_tree.nodes["Principled BSDF"].inputs
    inputs["Base Color"].default_value = (*colour, 1)
    inputs["Metallic"].default_value = metallic
    inputs["Roughness"].default_value = roughness
    # It was renamed in Blender 4.
    name = "Transmission Weight" if "Transmission Weight" in inputs else "Transmission"
    inputs[name].default_value = transmission
    return made


def mesh(name, vertices, faces, made_of, smooth):
    data = bpy.data.meshes.new(name)
    data.from_pydata(vertices, [], faces)
    data.polygons.foreach_set("use_smooth", [smooth] * len(faces))
    data.materials.append(made_of)
    return data


def ball(name, made_of, rings=48, sides=64):
    vertices = [
        (
            math.sin(math.pi * ring / rings) * math.cos(math.tau * side / sides),
            math.sin(math.pi * ring / rings) * math.sin(math.tau * side / sides),
            math.cos(math.pi * ring / rings),
        )
        for ring in range(rings + 1)
        for side in range(sides)
    ]
    faces = [
        (r * sides + s, r * sides + (s + 1) % sides, (r + 1) * sides + (s + 1) % sides, (r + 1) * sides + s)
        for r in range(rings)
        for s in range(sides)
    ]
    return mesh(name, vertices, faces, made_of, True)


def put(scene, name, data, location, rotation=(0, 0, 0), scale=1):
    made = bpy.data.objects.new(name, data)
    made.location, made.rotation_euler, made.scale = location, rotation, (scale, scale, scale)
    scene.collection.objects.link(made)
    return made


def lamp(scene, name, energy, size, location, rotation):
    data = bpy.data.lights.new(name, "AREA")
    data.energy, data.size = energy, size
    put(scene, name, data, location, rotation)


def main(path):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    clay = material("clay", (0.7, 0.35, 0.2), 0, 0.6, 0)
    balls = [
        ball("clay", clay),
        ball("metal", material("metal", (0.8, 0.7, 0.4), 1, 0.2, 0)),
        ball("glass", material("glass", (0.9, 0.95, 1), 0, 0, 1)),
    ]
    corners = [(-20, -20, 0), (20, -20, 0), (20, 20, 0), (-20, 20, 0)]
    put(scene, "floor", mesh("floor", corners, [(0, 1, 2, 3)], material("floor", (0.5, 0.5, 0.5), 0, 0.8, 0), False), (0, 0, 0))
    for i in range(SIDE * SIDE):
        x, y = i % SIDE, i // SIDE
        put(scene, "ball %d" % i, balls[(x + y) % 3], (2 * x - SIDE + 1, 2 * y - SIDE + 1, 0.8), scale=0.8)
    lamp(scene, "window", 1500, 4, (-8, -6, 9), (0.75, 0, -0.9))
    lamp(scene, "sky", 600, 8, (6, 6, 12), (-0.4, 0.4, 0))
    camera = bpy.data.cameras.new("camera")
    scene.camera = put(scene, "camera", camera, (0, -15, 9), (math.radians(60), 0, 0))
    scene.world = bpy.data.worlds.new("room")
    scene.render.engine = "CYCLES"
    scene.cycles.seed = 0
    scene.cycles.max_bounces = 8
    # Every sample of every pixel is what is counted.
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.use_denoising = False
    scene.frame_start, scene.frame_end = 1, 4
    bpy.ops.wm.save_as_mainfile(filepath=path, compress=True)


main(sys.stdin.readline().strip())
