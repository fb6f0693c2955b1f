"""Builds our animated still life and saves it: blender -b --factory-startup -P scene.py -- scene.blend

It needs nothing but Blender, 3.4 or later, and always makes the same scene.
"""

import math
import os
import sys

import bpy

FRAMES = 24
BALL = 0.3

PAPER = (0.60, 0.555, 0.50)
WHITE = (0.80, 0.77, 0.73)
BLUE = (0.035, 0.085, 0.62)
TEAL = (0.03, 0.36, 0.29)
ORANGE = (0.76, 0.115, 0.02)
YELLOW = (0.83, 0.50, 0.03)
BRASS = (0.83, 0.56, 0.25)


def material(name, colour, roughness, metallic=0.0):
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    inputs = made.node_tree.nodes["Principled BSDF"].inputs
    inputs["Base Color"].default_value = (*colour, 1)
    inputs["Roughness"].default_value = roughness
    inputs["Metallic"].default_value = metallic
    return made


def thing(name, vertices, faces, made_of, location=(0, 0, 0), smooth=True):
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices, [], faces)
    mesh.polygons.foreach_set("use_smooth", [smooth] * len(faces))
    mesh.materials.append(made_of)
    made = bpy.data.objects.new(name, mesh)
    made.location = location
    bpy.context.scene.collection.objects.link(made)
    return made


def curve(points, steps=8):
    """A Catmull-Rom curve through the points of a profile."""
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for step in range(steps):
            t = step / steps
            yield tuple(
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
                for p, q, r, s in zip(a, b, c, d)
            )
    yield points[-1]


def turned(name, profile, made_of, location, sides=72):
    """What a lathe makes of a profile of (radius, height)."""
    rings = [(max(radius, 0.0005), height) for radius, height in curve(profile)]
    corner = [(math.cos(math.tau * i / sides), math.sin(math.tau * i / sides)) for i in range(sides)]
    vertices = [(r * x, r * y, z) for r, z in rings for x, y in corner]
    faces = [
        (ring * sides + i, ring * sides + (i + 1) % sides, (ring + 1) * sides + (i + 1) % sides, (ring + 1) * sides + i)
        for ring in range(len(rings) - 1)
        for i in range(sides)
    ]
    return thing(name, vertices, faces, made_of, location)


def ball(name, radius, made_of, location):
    arc = [(radius * math.sin(math.pi * i / 12), -radius * math.cos(math.pi * i / 12)) for i in range(13)]
    return turned(name, arc, made_of, location, sides=64)


def box(name, size, made_of, location, turn):
    x, y, z = (side / 2 for side in size)
    vertices = [(sx * x, sy * y, sz * z) for sx in (-1, 1) for sy in (-1, 1) for sz in (-1, 1)]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    made = thing(name, vertices, faces, made_of, location, smooth=False)
    made.rotation_euler.z = turn
    bevel = made.modifiers.new("edges", "BEVEL")
    bevel.width, bevel.segments = 0.035, 5
    return made


def backdrop(made_of):
    """Paper that hangs behind the table and lies on it."""
    bend = [(4.2 + 1.8 * math.sin(a), 1.8 - 1.8 * math.cos(a)) for a in (math.pi / 2 * i / 24 for i in range(25))]
    line = [(-9, 0), *bend, (6, 11)]
    vertices = [(x, y, z) for y, z in line for x in (-16, 16)]
    thing("paper", vertices, [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(line) - 1)], made_of)


def still_life():
    backdrop(material("paper", PAPER, 0.85))
    white = material("white clay", WHITE, 0.55)
    cup = [(0, 0.02), (0.36, 0.02), (0.4, 0.06), (0.4, 0.7), (0.4, 1.52), (0.37, 1.58), (0.33, 1.52), (0.33, 0.4), (0, 0.3)]
    turned("cup", cup, white, (-2.75, 0.35, 0))
    flask = [(0, 0.02), (0.42, 0.02), (0.5, 0.1), (0.52, 0.7), (0.43, 1.15), (0.19, 1.5), (0.16, 1.9), (0.17, 2.1), (0.13, 2.14), (0.1, 2.0), (0.1, 1.5)]
    turned("flask", flask, material("blue glaze", BLUE, 0.12), (-1.5, -0.15, 0))
    bottle = [(0, 0.02), (0.5, 0.02), (0.57, 0.1), (0.58, 1.0), (0.56, 1.5), (0.36, 1.88), (0.17, 2.25), (0.15, 3.0), (0.22, 3.06), (0.22, 3.2), (0.16, 3.24), (0.11, 3.1), (0.11, 2.5)]
    turned("bottle", bottle, white, (-0.12, 0.75, 0))
    vase = [(0, 0.02), (0.42, 0.02), (0.52, 0.1), (0.68, 0.6), (0.6, 1.05), (0.42, 1.3), (0.42, 1.45), (0.48, 1.55), (0.44, 1.57), (0.36, 1.42), (0.36, 1.25), (0.5, 0.9), (0, 0.2)]
    turned("vase", vase, material("teal glaze", TEAL, 0.08), (2.15, 0.55, 0))
    bowl = [(0, 0.02), (0.3, 0.02), (0.45, 0.1), (0.68, 0.46), (0.66, 0.52), (0.6, 0.46), (0.38, 0.16), (0, 0.1)]
    turned("bowl", bowl, white, (3.0, -0.95, 0))
    for index, (x, y) in enumerate(((2.86, -1.07), (3.2, -1.0), (2.98, -0.74))):
        ball(f"plum {index}", 0.19, material(f"plum {index}", (BLUE, ORANGE, TEAL)[index], 0.2), (x, y, 0.36))
    box("block", (0.95, 0.75, 1.1), material("orange block", ORANGE, 0.35), (0.95, -0.3, 0.55), 0.42)
    ball("brass", 0.2, material("brass", BRASS, 0.18, 1.0), (0.12, -1.0, 0.2))
    return ball("ball", BALL, material("yellow lacquer", YELLOW, 0.1), (0, 0, 0))


def aimed(made, location, target):
    """Puts a lamp or camera somewhere and turns it to a point."""
    made.location = location
    away = [there - here for there, here in zip(target, location)]
    flat = math.hypot(away[0], away[1])
    made.rotation_euler = (math.pi / 2 + math.atan2(away[2], flat), 0, math.atan2(away[1], away[0]) - math.pi / 2)


def lamp(name, energy, size, colour, location, target):
    data = bpy.data.lights.new(name, "AREA")
    data.energy, data.size, data.color = energy, size, colour
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    aimed(made, location, target)


def light(scene):
    scene.world = scene.world or bpy.data.worlds.new("room")
    scene.world.use_nodes = True
    background = scene.world.node_tree.nodes["Background"].inputs
    background["Color"].default_value = (0.55, 0.65, 0.85, 1)
    background["Strength"].default_value = 0.2
    lamp("window", 430, 2.2, (1.0, 0.93, 0.84), (-5.5, -3.2, 5.2), (0, 0.2, 0.6))
    lamp("sky", 90, 4.0, (0.7, 0.8, 1.0), (5.5, -4.5, 3.5), (1, 0, 0.8))


def animate(scene, rolling):
    """The ball rolls along the table's edge while the camera goes by."""
    data = bpy.data.cameras.new("camera")
    data.lens = 50
    scene.camera = bpy.data.objects.new("camera", data)
    scene.collection.objects.link(scene.camera)
    for frame in range(1, FRAMES + 1):
        gone = (frame - 1) / (FRAMES - 1)
        eased = gone * gone * (3 - 2 * gone)
        aimed(scene.camera, (-1.1 + 2.2 * eased, -11.2, 2.45), (0.12, 0, 1.3))
        rolling.location = (-2.3 + 3.9 * eased, -1.75, BALL)
        rolling.rotation_euler = (0, 3.9 * eased / BALL, 0)
        for moved in (scene.camera, rolling):
            moved.keyframe_insert("location", frame=frame)
            moved.keyframe_insert("rotation_euler", frame=frame)


def settings(scene):
    scene.render.engine = "CYCLES"
    scene.frame_start, scene.frame_end = 1, FRAMES
    scene.render.fps = FRAMES
    scene.render.resolution_x, scene.render.resolution_y = 1280, 720
    scene.cycles.samples = 64
    scene.cycles.seed = 0
    scene.cycles.use_denoising = False
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.max_bounces = 6
    scene.render.image_settings.file_format = "PNG"
    # What is default here is another from version to version.
    scene.view_settings.view_transform = "Filmic"
    for look in ("Medium High Contrast", "Filmic - Medium High Contrast"):
        try:
            scene.view_settings.look = look
            break
        except TypeError:
            continue


def main(path):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    settings(scene)
    light(scene)
    animate(scene, still_life())
    scene.frame_set(1)
    bpy.ops.wm.save_as_mainfile(filepath=os.path.abspath(path), compress=True)


main(sys.argv[sys.argv.index("--") + 1])
