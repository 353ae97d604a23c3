using MethodCenter.Application.Common.Changes;

namespace MethodCenter.Application.Office.Changes;

public static class ChangeErrors
{
    /// <summary>Where one begins anew.</summary>
    private const string Start = ChangeTypes.ApiBase + "/changes/position";

    public static Error TooOld(long retainedFrom) =>
        new Error("changes.position-too-old", ErrorKind.Gone)
            .With("retainedFrom", retainedFrom)
            .With("start", Start)
            .At("after");

    /// <summary>The database was restored from a backup that is older than the position.</summary>
    public static readonly Error PositionLost = new Error("changes.position-lost", ErrorKind.Gone)
        .With("start", Start)
        .At("after");

    public static Error UnknownPosition(long last) =>
        Error.Unprocessable("changes.position-unknown").With("last", last).With("start", Start).At("after");

    public static Error UnknownType(string type) =>
        Error
            .Malformed("changes.unknown-type")
            .With("type", type)
            .With("known", string.Join(", ", ChangeTypes.All.Select(known => known.Name)))
            .At("types");
}
