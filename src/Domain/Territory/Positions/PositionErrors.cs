namespace MethodCenter.Domain.Territory.Positions;

public static class PositionErrors
{
    public static readonly Error NotFound = Error.NotFound("position.not-found");

    public static readonly Error CodeTaken = Error.Conflict("position.code-taken").At("/code");

    public static Error Unknown(string pointer) => Error.Unprocessable("position.unknown").At(pointer);
}
