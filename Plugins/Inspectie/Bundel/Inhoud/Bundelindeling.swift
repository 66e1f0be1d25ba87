/// The fixed layout of a bundle; `Tools/verify` reads the same.
///
/// ```
/// bagit.txt  bag-info.txt  manifest-sha256.txt  manifest-sha512.txt  tagmanifest-sha256.txt  tagmanifest-sha512.txt
/// ondertekening.jws               who made the bundle signs the hash of tagmanifest-sha256.txt, and so of all the rest
/// data/LEESMIJ.html               opens first: the case, the demands, what is missing, how to check
/// data/bundel.json                for whom, about which day, of which ledger and how large it was
/// data/matrix.json  matrix.csv    demand by demand
/// data/gebeurtenissen/12.sdjwt    event 12 with what this receiver may see (RFC 9901)
/// data/gebeurtenissen/12.tlog-proof   that it stands at place 12 of the log (C2SP tlog-proof)
/// data/gebeurtenissen/12.json     the same event, readable
/// data/stukken/<sha256>.pdf       documents as they came, by their SHA-256
/// data/mdto/bundel.xml  mdto/<sha256>.xml   metadata (MDTO 1.0)
/// data/sleutels.json              who could sign, in which role, from when until when
/// data/checkpoint                 the log's signed head, under which every proof is
/// data/eerder/8.checkpoint        a checkpoint of 8 events that the receiver kept
/// data/eerder/8.vervolg           that the log continued it (C2SP tlog-witness, add-checkpoint)
/// data/weggelaten.json            what is withheld, on which ground
/// data/catalogus/<Type>/v1.schema.json   what each kind of event holds and who may sign it
/// data/verify.py                  checks all of this without Waarborg and without a network
/// ```
enum Bundelindeling {
  /// What `bag-info.txt` and `bundel.json` call this layout.
  static let profiel = "urn:waarborg:bundel:1"

  /// Beside the manifests, and in none of them.
  static let ondertekening = "ondertekening.jws"
  static let leesmij = "LEESMIJ.html"
  static let hoofd = "bundel.json"
  static let matrix = "matrix.json"
  static let matrixCSV = "matrix.csv"
  static let sleutels = "sleutels.json"
  static let controlepunt = "checkpoint"
  static let weggelaten = "weggelaten.json"
  static let verifier = "verify.py"
  static let mdto = "mdto/bundel.xml"

  /// The files that each bundle has.
  static let vast = [
    leesmij, hoofd, matrix, matrixCSV, sleutels, controlepunt, weggelaten, verifier, mdto,
  ]

  /// The files of one event.
  enum Gebeurtenisbestand: String, CaseIterable {
    case gebeurtenis = "sdjwt"
    case bewijs = "tlog-proof"
    case leesbaar = "json"
  }

  static func pad(_ bestand: Gebeurtenisbestand, _ position: UInt64) -> String {
    "gebeurtenissen/\(position).\(bestand.rawValue)"
  }

  /// The files of one earlier checkpoint.
  enum Eerderbestand: String, CaseIterable {
    case controlepunt = "checkpoint"
    case vervolg = "vervolg"
  }

  static func pad(_ bestand: Eerderbestand, _ size: UInt64) -> String { "eerder/\(size).\(bestand.rawValue)" }

  static func catalogus(_ type: String, _ version: Int) -> String { "catalogus/\(type)/v\(version).schema.json" }

  /// Where a document stands; its name is its digest, so that a file name tells nothing.
  static func stuk(_ digest: String, _ mediaType: String) -> String {
    "stukken/\(digest).\(extensies[mediaType] ?? "bin")"
  }

  /// What a person calls a kind of file.
  static func soort(_ mediaType: String) -> String {
    switch extensies[mediaType] {
    case "txt", "md": "tekst"
    case "html": "webpagina"
    case "pdf": "PDF"
    case "csv": "tabel (CSV)"
    case "docx", "odt": "tekstdocument"
    default: "bestand"
    }
  }

  static func mdto(_ digest: String) -> String { "mdto/\(digest).xml" }

  private static let extensies = [
    "text/plain": "txt", "text/markdown": "md", "text/html": "html", "application/pdf": "pdf", "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
  ]
}
