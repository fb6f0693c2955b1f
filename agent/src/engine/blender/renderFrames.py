"""Renders frames of the open scene as the agent wants them, whatever the scene says.

Blender runs it after the scene was loaded. The work comes as one line of JSON on standard input; events go out as lines
of JSON behind a word that only the agent knows, so that nothing a scene prints can pass for one.
"""

import json
import os
import sys

import bpy

FORMATS = {"PNG8": ("PNG", "8"), "PNG16": ("PNG", "16"), "JPEG": ("JPEG", "8")}
EEVEE = ("BLENDER_EEVEE", "BLENDER_EEVEE_NEXT")


class Refusal(Exception):
    """Why this scene cannot be rendered here: a word for the agent, and details."""


def main():
    work = json.loads(sys.stdin.readline())

    def tell(event, **details):
        # Python's buffer would keep it until the end.
        print(work["nonce"] + " " + json.dumps({"event": event, **details}), flush=True)

    try:
        scene = bpy.context.scene
        refuse_newer_file()
        prepare(scene, work)
        tell("READY", engine=scene.render.engine, denoises=denoise_if_built(scene))
        for frame in work["frames"]:
            tell("BEGUN", frame=frame)
            render(scene, work, frame)
            tell("WRITTEN", frame=frame)
        tell("DONE")
    except Refusal as refusal:
        tell("REFUSED", why=refusal.args[0], detail=refusal.args[1])
    except Exception as error:
        tell("REFUSED", why="FAILED", detail=str(error))


def refuse_newer_file():
    saved, here = bpy.data.version[:2], bpy.app.version[:2]
    if saved > here:
        raise Refusal("NEWER", "%d.%d" % tuple(saved))


def prepare(scene, work):
    """Makes ours what the job says and what could write elsewhere; all else stays the artist's."""
    render = scene.render
    if render.engine == "CYCLES":
        scene.cycles.samples = work["samples"]
        scene.cycles.time_limit = 0
        scene.cycles.device = choose_device(work["device"])
    elif render.engine in EEVEE:
        scene.eevee.taa_render_samples = work["samples"]
    else:
        raise Refusal("ENGINE", render.engine)
    render.resolution_x, render.resolution_y = work["width"], work["height"]
    render.resolution_percentage = 100
    render.pixel_aspect_x = render.pixel_aspect_y = 1
    if work["threads"] > 0:
        render.threads_mode, render.threads = "FIXED", work["threads"]
    for name in ("use_border", "use_crop_to_border", "use_multiview", "use_sequencer", "use_placeholder"):
        setattr(render, name, False)
    for name in ("use_overwrite", "use_file_extension"):
        setattr(render, name, True)
    # What these write says where and when a frame was made, even where nothing is drawn into it.
    for name in dir(render):
        if name == "use_stamp" or name.startswith("use_stamp_"):
            setattr(render, name, False)
    set_format(scene, work["format"])
    mute_file_outputs(scene)


def set_format(scene, wanted):
    settings = scene.render.image_settings
    file_format, depth = FORMATS[wanted]
    if hasattr(settings, "media_type"):
        settings.media_type = "IMAGE"
    settings.file_format = file_format
    is_transparent = file_format == "PNG" and scene.render.film_transparent
    settings.color_mode = "RGBA" if is_transparent else "RGB"
    if file_format == "PNG":
        settings.color_depth, settings.compression = depth, 15
    else:
        settings.quality = 90


def mute_file_outputs(scene):
    """Nodes of the compositor that write files of their own are silenced, in groups as well."""
    trees = [group for group in bpy.data.node_groups if group.bl_idname == "CompositorNodeTree"]
    tree = getattr(scene, "node_tree", None)
    for each in [*trees, tree] if tree else trees:
        for node in each.nodes:
            if node.bl_idname == "CompositorNodeOutputFile":
                node.mute = True


def choose_device(device):
    """Selects the one GPU that is the slot's, or the CPU."""
    if device is None:
        return "CPU"
    preferences = bpy.context.preferences.addons["cycles"].preferences
    try:
        preferences.compute_device_type = device["type"]
    except TypeError as error:
        raise Refusal("NO_DEVICE", str(error))
    preferences.get_devices()
    found = [each for each in preferences.devices if each.type == device["type"]]
    if not found:
        raise Refusal("NO_DEVICE", device["type"])
    for each in preferences.devices:
        each.use = False
    found[device["index"] % len(found)].use = True
    return "GPU"


def denoise_if_built(scene):
    """A Blender without the denoiser would fail at each frame; says whether the frames are denoised."""
    if scene.render.engine != "CYCLES":
        return False
    import _cycles

    layers = [layer for layer in scene.view_layers if layer.cycles.use_denoising]
    if _cycles.with_openimagedenoise:
        # The one denoiser that gives the same picture on every device.
        scene.cycles.denoiser = "OPENIMAGEDENOISE"
        return bool(scene.cycles.use_denoising and layers)
    scene.cycles.use_denoising = False
    return False


def render(scene, work, frame):
    scene.frame_set(frame)
    if scene.camera is None:
        raise Refusal("NO_CAMERA", str(frame))
    scene.render.filepath = os.path.join(work["folder"], "frame-%d" % frame)
    try:
        result = bpy.ops.render.render(write_still=True)
    except RuntimeError as error:
        raise Refusal("FAILED", str(error).strip().removeprefix("Error: ").splitlines()[0])
    if "FINISHED" not in result:
        raise Refusal("FAILED", "the frame was cancelled")


main()
