namespace MethodCenter.Domain.Common;

/// <summary>Class of an expected refusal. Each kind maps to exactly one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request cannot be read or a value has the wrong form (400).</summary>
    Malformed,

    /// <summary>Nobody is signed in, or the credentials are not valid (401).</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this (403).</summary>
    Forbidden,

    /// <summary>The object is not there, or the caller may not see it (404).</summary>
    NotFound,

    /// <summary>The state of the object does not allow it, or the value is taken (409).</summary>
    Conflict,

    /// <summary>It was there and is kept no longer (410).</summary>
    Gone,

    /// <summary>The object was changed by someone else since the caller read it (412).</summary>
    Stale,

    /// <summary>The values are well formed and break a rule of the field (422).</summary>
    Unprocessable,
}
