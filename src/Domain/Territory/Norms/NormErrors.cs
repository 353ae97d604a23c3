using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Territory.Norms;

public static class NormErrors
{
    public static readonly Error NotFound = Error.NotFound("norm.not-found");

    public static readonly Error UnknownCode = Error.Unprocessable("norm.unknown-code").At("/code");

    public static readonly Error EndsBeforeStart = Error.Unprocessable("norm.ends-before-start").At("/validTo");

    public static readonly Error AlreadySet = Error.Conflict("norm.already-set").At("/validFrom");

    public static Error WrongValue(NormDefinition definition) =>
        Error
            .Unprocessable("norm.wrong-value")
            .With("least", definition.Range.Least)
            .With("most", definition.Range.Most)
            .With("kind", definition.Kind)
            .At("/value");
}
