using MethodCenter.Domain.Common;

namespace MethodCenter.Api.Http;

/// <summary>Refusals of requests that never reach a use case.</summary>
internal static class RequestErrors
{
    public static readonly Error EmptyBody = Error.Malformed("request.empty-body");

    public static readonly Error MalformedJson = Error.Malformed("request.malformed-json");

    public static readonly Error NotAnObject = Error.Malformed("request.not-an-object");

    public static readonly Error UnsupportedMediaType = Error.Malformed("request.unsupported-media-type");

    public static readonly Error TooManyValues = Error.Malformed("request.too-many-values");

    public static readonly Error TooLarge = Error.Malformed("request.too-large");

    public static readonly Error PreconditionRequired = Error.Malformed("request.if-match-required").At("If-Match");

    public static readonly Error BadETag = Error.Malformed("request.bad-etag").At("If-Match");

    public static readonly Error BadIdempotencyKey = Error.Malformed("idempotency.bad-key").At("Idempotency-Key");

    public static readonly Error OtherBody = Error.Unprocessable("idempotency.other-request").At("Idempotency-Key");

    /// <summary>The stored answer tells of an object that the caller may not see now.</summary>
    public static readonly Error NoLongerSeen = Error.NotFound("idempotency.no-longer-seen").At("Idempotency-Key");

    public static readonly Error StillRunning = Error.Conflict("idempotency.still-running").At("Idempotency-Key");

    public static readonly Error ChangedMeanwhile = Error.Conflict("request.changed-meanwhile");

    public static readonly Error NoSuchAddress = Error.NotFound("request.no-such-address");

    /// <summary>Nothing can be found by it: the address is one of ours but for the form of an id.</summary>
    public static Error MalformedId(string value) =>
        Error.NotFound("request.malformed-id").With("value", value.Length > 60 ? value[..60] : value);

    public static readonly Error MethodNotAllowed = Error.Malformed("request.method-not-allowed");

    public static readonly Error NotAcceptable = Error.Malformed("request.not-acceptable");

    public static readonly Error TooMany = Error.Malformed("request.too-many");

    public static readonly Error TooManyReaders = Error.Malformed("changes.too-many-readers");

    public static readonly Error BadLastEventId = Error.Malformed("changes.bad-last-event-id").At("Last-Event-ID");

    public static readonly Error Unavailable = Error.Malformed("request.unavailable");

    /// <summary>No room for the database: waiting does not help.</summary>
    public static readonly Error StorageFull = Error.Malformed("request.storage-full");

    public static readonly Error StorageReadOnly = Error.Malformed("request.storage-read-only");

    /// <summary>The server follows another one: it may be promoted soon, so waiting may help.</summary>
    public static readonly Error StorageStandby = Error.Malformed("request.storage-standby");

    public static readonly Error StorageDamaged = Error.Malformed("request.storage-damaged");

    public static readonly Error Unexpected = Error.Malformed("request.unexpected");

    public static readonly Error NotReadable = Error.Malformed("request.not-readable");

    /// <summary>Statuses that do not follow from the kind of the error.</summary>
    public static int? StatusOf(Error error) =>
        error.Code switch
        {
            "request.unsupported-media-type" => StatusCodes.Status415UnsupportedMediaType,
            "request.too-large" => StatusCodes.Status413PayloadTooLarge,
            "request.if-match-required" => StatusCodes.Status428PreconditionRequired,
            "request.method-not-allowed" => StatusCodes.Status405MethodNotAllowed,
            "request.not-acceptable" => StatusCodes.Status406NotAcceptable,
            "request.too-many" or "changes.too-many-readers" => StatusCodes.Status429TooManyRequests,
            "request.unavailable"
            or "request.storage-read-only"
            or "request.storage-standby"
            or "request.storage-damaged" => StatusCodes.Status503ServiceUnavailable,
            "request.storage-full" => StatusCodes.Status507InsufficientStorage,
            "request.unexpected" => StatusCodes.Status500InternalServerError,
            _ => null,
        };
}
