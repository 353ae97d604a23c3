namespace MethodCenter.Domain.Territory.Positions;

public static class PositionErrors
{
    public static readonly Error NotFound = Error.NotFound("position.not-found");

    public static readonly Error CodeTaken = Error.Conflict("position.code-taken").At("/code");

    /// <summary>Lists name positions: of two with one name nobody could tell which is meant.</summary>
    public static Error NameTaken(string code, string name) =>
        Error.Conflict("position.name-taken").At("/name").With("code", code).With("name", name);

    /// <summary>The nomenclature is known by one act; what stood before it is not.</summary>
    public static Error BeforeNomenclature(DateOnly from, string act) =>
        Error.Malformed("position.before-nomenclature").With("from", from).With("act", act).At("on");

    public static Error Unknown(string pointer) => Error.Unprocessable("position.unknown").At(pointer);
}
