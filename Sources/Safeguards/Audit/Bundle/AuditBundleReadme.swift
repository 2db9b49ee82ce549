// SPDX-License-Identifier: Apache-2.0

/// The page that lies in a bundle, Indonesian first.
enum AuditBundleReadme {
    static func text(node: String, period: String) -> String {
        """
        BERKAS PEMERIKSAAN JEJAK AUDIT CERMAT
        Simpul (node): \(node)
        Masa: \(period) (hari menurut UTC)

        audit.log        catatan audit masa ini, satu baris satu catatan, ditutup titik periksa
        checkpoints.txt  titik periksa bertanda tangan yang disimpan di luar mesin
        audit.pub        kunci publik; bandingkan dengan salinan yang Anda simpan sendiri
        policy.yaml      kebijakan akses yang berlaku; sidik SHA-256-nya ada di manifest.txt
        statistics.csv   jumlah catatan per hari, petugas, dan tindakan; tanpa data penumpang
        verdict.txt      putusan pemeriksa atas seluruh rantai saat berkas ini dibuat
        manifest.txt     sidik SHA-256 semua berkas (periksa dengan: sha256sum -c manifest.txt)
        manifest.sig     tanda tangan Ed25519 atas manifest.txt

        Periksa semuanya: cermat-verify --bundle BERKAS.tar --key audit.pub-milik-Anda
        Format dan cara memeriksa tanpa program ini: docs/audit.md.
        Catatan memuat pengenal petugas dan pengenal buram; simpan hanya selama pemeriksaan memerlukannya.

        INSPECTION BUNDLE OF THE CERMAT AUDIT LOG
        Node: \(node)
        Period: \(period) (days in UTC)

        audit.log        the records of the period, a line a record, closed by a checkpoint
        checkpoints.txt  the signed checkpoints that were kept off the machine
        audit.pub        the public key; compare it with the copy that you keep yourself
        policy.yaml      the access policy in force; its SHA-256 is in manifest.txt
        statistics.csv   records by day, officer and action; no data of passengers
        verdict.txt      what the verifier said about the whole chain when this was made
        manifest.txt     SHA-256 of every file (check with: sha256sum -c manifest.txt)
        manifest.sig     the Ed25519 signature over manifest.txt

        Check it all: cermat-verify --bundle FILE.tar --key your-own-audit.pub
        The format, and how to check it without this program: docs/audit.md.
        The records hold identifiers of officers and opaque identifiers; keep them only as long as the inspection needs.

        """
    }
}
