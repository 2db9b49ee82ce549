#!/usr/bin/env bash
# Makes the Debian package from the release build: scripts/package.sh [VERSION] -> .build/cermat_VERSION_ARCH.deb
set -euo pipefail
cd "$(dirname "$0")/.."
version="${1:-0.1.0}"
[ -x .build/release/cermat ] && [ -x .build/release/cermat-verify ] || { echo "run make build first" >&2; exit 1; }
arch="$(dpkg --print-architecture)"
root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT
chmod 0755 "$root"
install -D -m 0755 -s .build/release/cermat "$root/usr/bin/cermat"
install -D -m 0755 -s .build/release/cermat-verify "$root/usr/bin/cermat-verify"
install -d "$root/usr/share/cermat/Tables" "$root/usr/share/cermat/Policy" "$root/usr/share/doc/cermat" "$root/DEBIAN"
install -m 0644 Tables/*.csv "$root/usr/share/cermat/Tables/"
install -D -m 0644 -t "$root/usr/share/cermat/Tables/faces" Tables/faces/*.json
install -D -m 0755 scripts/face-engine.sh "$root/usr/share/cermat/scripts/face-engine.sh"
install -m 0644 Policy/*.yaml "$root/usr/share/cermat/Policy/"
install -m 0644 docs/*.md CHANGELOG.md "$root/usr/share/doc/cermat/"
install -m 0644 LICENSE "$root/usr/share/doc/cermat/copyright"
install -D -m 0644 -t "$root/usr/lib/systemd/system" Packaging/cermat.service Packaging/cermat-backup.service Packaging/cermat-backup.timer
install -D -m 0644 Packaging/cermat.yaml "$root/etc/cermat/cermat.yaml"
echo /etc/cermat/cermat.yaml >"$root/DEBIAN/conffiles"
for part in postinst prerm postrm; do install -m 0755 "Packaging/$part" "$root/DEBIAN/$part"; done
cat >"$root/DEBIAN/control" <<END
Package: cermat
Version: $version
Architecture: $arch
Maintainer: Cermat <cermat@example.org>
Section: admin
Priority: optional
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6 (>= 2.36), libstdc++6, zlib1g, libsqlite3-0, libargon2-1, libturbojpeg0, libpng16-16, passwd
Recommends: chrony | systemd-timesyncd
Description: passenger analysis for customs
 Reads carriers' passenger messages, finds the few travellers who matter before
 they arrive, and records who decided what.
END
package=".build/cermat_${version}_${arch}.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
