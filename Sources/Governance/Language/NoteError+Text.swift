import Ledger

extension NoteError {
  /// What is wrong, for someone who has never seen a signed note.
  public var text: Text {
    switch self {
    case .tooLarge(let found, let limit):
      Text(nl: "telt \(found) bytes, hoogstens \(limit) mag", en: "has \(found) bytes, at most \(limit) may be used")
    case .notUTF8: Text(nl: "is geen UTF-8", en: "is not UTF-8")
    case .controlCharacter(let byte, let offset):
      byte == 0x0D
        ? Text(
          nl: "heeft regeleinden van Windows (CR LF); verwacht: LF, zoals waarborg checkpoint het schreef",
          en: "has line ends of Windows (CR LF); expected: LF, as waarborg checkpoint wrote it")
        : Text(
          nl: "bevat \(Unicode.Scalar(byte).everydayName.nl) (\(Unicode.Scalar(byte).codePoint)) op byte \(offset + 1)",
          en:
            "contains \(Unicode.Scalar(byte).everydayName.en) (\(Unicode.Scalar(byte).codePoint)) at byte \(offset + 1)"
        )
    case .noSignatureBlock:
      Text(
        nl: "heeft geen handtekening onder een lege regel: afgebroken, of iets anders",
        en: "has no signature below an empty line: cut short, or something else")
    case .textNotTerminated:
      Text(nl: "heeft een tekst zonder regeleinde", en: "has a text without a line end")
    case .malformedSignatureLine(let number):
      Text(
        nl:
          "heeft een handtekening (de \(number)e) die niet heel is: een streepje, een naam, tekens, en een regeleinde",
        en: "has a signature (number \(number)) that is not whole: a dash, a name, characters, and a line end")
    case .tooManySignatures(let found, let limit):
      Text(
        nl: "heeft \(found) handtekeningen, hoogstens \(limit) mag",
        en: "has \(found) signatures, at most \(limit) may be used")
    case .ambiguousKeys(let name, let id):
      Text(nl: "noemt twee sleutels \(name)+\(id)", en: "names two keys \(name)+\(id)")
    case .invalidSignature(let name, let id):
      Text(
        nl: "heeft een handtekening van \(name)+\(id) die niet klopt",
        en: "has a signature by \(name)+\(id) that does not hold")
    case .noKnownSignature:
      Text(nl: "heeft geen handtekening van een bekende sleutel", en: "has no signature by a known key")
    }
  }
}

extension Checkpoint.FormatError {
  /// What is wrong, for someone who has never seen a checkpoint.
  public var text: Text {
    switch self {
    case .malformedLines:
      Text(
        nl: "heeft niet de drie regels van een controlepunt: herkomst, omvang en wortel",
        en: "has not the three lines of a checkpoint: origin, size and root")
    case .invalidOrigin: Text(nl: "noemt geen herkomst", en: "names no origin")
    case .invalidSize: Text(nl: "noemt op de tweede regel geen omvang", en: "names no size on its second line")
    case .invalidRoot: Text(nl: "noemt op de derde regel geen wortel", en: "names no root on its third line")
    }
  }
}

extension TlogProof.TlogProofError {
  /// What is wrong, for someone who has never seen a receipt.
  public var text: Text {
    switch self {
    case .tooLarge(let found, let limit):
      Text(nl: "telt \(found) bytes, hoogstens \(limit) mag", en: "has \(found) bytes, at most \(limit) may be used")
    case .unknownFormat:
      Text(
        nl: "begint niet met c2sp.org/tlog-proof@v1, en een regeleinde LF",
        en: "does not begin with c2sp.org/tlog-proof@v1, and a line end LF")
    case .malformedLine(let number):
      Text(nl: "is op regel \(number) niet te lezen", en: "cannot be read on line \(number)")
    case .noCheckpoint:
      Text(nl: "heeft geen controlepunt onder een lege regel", en: "has no checkpoint below an empty line")
    case .note(let error): error.text
    case .policy:
      Text(nl: "heeft een controlepunt dat niet te geloven is", en: "has a checkpoint that is not to be believed")
    case .inclusion:
      Text(nl: "past niet bij de boom van het controlepunt", en: "does not fit the tree of the checkpoint")
    }
  }
}
