using System.Collections.Immutable;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;

namespace MethodCenter.Api.Http;

/// <summary>Errors of single values on their way into an answer: so many are told, the others are counted.</summary>
internal sealed class FieldErrors
{
    private readonly ImmutableArray<Error>.Builder _told = ImmutableArray.CreateBuilder<Error>();
    private int _more;

    /// <summary>Nobody will be told of a further one.</summary>
    public bool IsFull => _told.Count == Error.MostFields;

    /// <param name="error">Made only where it is told.</param>
    public void Add(Func<Error> error)
    {
        if (IsFull)
        {
            _more++;
        }
        else
        {
            _told.Add(error());
        }
    }

    /// <summary>The refusal; null: nothing was found.</summary>
    public Error? ToError() => _told.Count == 0 ? null : ValidationErrors.Of(_told.ToImmutable(), _more);
}
