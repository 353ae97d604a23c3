using MethodCenter.Domain.Common;

namespace MethodCenter.Api.Http;

/// <summary>Answers with what was asked for, or with the problem that is in its way.</summary>
internal abstract class Outcome<T>(Result<T> result) : IResult
{
    /// <summary>With its warnings.</summary>
    protected Result<T> Result => result;

    public Task ExecuteAsync(HttpContext httpContext) =>
        result.Succeeded(out var value, out var error)
            ? WriteAsync(httpContext, value)
            : Problems.WriteAsync(httpContext, error);

    protected abstract Task WriteAsync(HttpContext httpContext, T value);
}
