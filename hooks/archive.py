"""The MkDocs hook: hands MkDocs' events to the package and holds nothing itself."""

from postil.engines.mkdocs import PostilPlugin

_plugin = PostilPlugin()

on_startup = _plugin.on_startup
on_config = _plugin.on_config
on_files = _plugin.on_files
on_nav = _plugin.on_nav
on_pre_page = _plugin.on_pre_page
on_env = _plugin.on_env
on_post_template = _plugin.on_post_template
on_post_build = _plugin.on_post_build
on_serve = _plugin.on_serve
on_build_error = _plugin.on_build_error
on_shutdown = _plugin.on_shutdown
