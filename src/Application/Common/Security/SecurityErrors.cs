using MethodCenter.Application.Common.Validation;

namespace MethodCenter.Application.Common.Security;

public static class SecurityErrors
{
    public static readonly Error NotSignedIn = new("security.not-signed-in", ErrorKind.Unauthenticated);

    public static readonly Error CentreRequired = Error.Malformed("security.centre-required");

    public static readonly Error CentreUnknown = Error.NotFound("security.centre-unknown");

    public static readonly Error DayMalformed = Error
        .Malformed("security.day-malformed")
        .With("from", Rules.Earliest)
        .With("to", Rules.Latest);

    public static readonly Error DayRefused = Error.Malformed("security.day-refused");

    public static Error MayNot(string permission) =>
        Error
            .Forbidden("security.may-not")
            .With("permission", permission)
            .With("roles", RolePermissions.HoldersOf(permission));
}
