namespace MethodCenter.Domain.Territory.Organisations;

public static class OrganisationErrors
{
    public static readonly Error NotFound = Error.NotFound("organisation.not-found");

    public static readonly Error CodeTaken = Error.Conflict("organisation.code-taken").At("/code");

    public static Error PrivateIsNotSubordinate(OrganisationSubordination subordination) =>
        Error
            .Unprocessable("organisation.private-is-not-subordinate")
            .With("subordination", subordination)
            .At("/subordination");

    public static Error SameStatus(OrganisationStatus status) =>
        Error.Conflict("organisation.same-status").With("status", status);

    public static Error StatusBackInTime(DateOnly since) =>
        Error.Unprocessable("organisation.status-back-in-time").With("since", since).At("/since");

    public static Error Unknown(string pointer) => Error.Unprocessable("organisation.unknown").At(pointer);

    public static Error Closed(string name, string pointer) =>
        Error.Unprocessable("organisation.closed").With("name", name).At(pointer);
}
