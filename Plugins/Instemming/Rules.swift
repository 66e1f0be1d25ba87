import Governance

enum InstemmingRules { static let all: [Rule] = [] }
