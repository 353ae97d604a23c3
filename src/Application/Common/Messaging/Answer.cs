namespace MethodCenter.Application.Common.Messaging;

/// <summary>What a command answers: a result, or a promise to read one once the change is saved.</summary>
/// <remarks>
/// An answer shows an object as a following GET would, with what the database has made of it; so it is read behind the save
/// and before the commit: what is answered with an error has not been written.
/// </remarks>
public sealed class Answer<T> : IResult<Answer<T>>, IAnswer
{
    private readonly Func<CancellationToken, Task<T>>? _read;
    private Result<T> _result;
    private bool _promised;

    private Answer(Result<T> result, Func<CancellationToken, Task<T>>? read) =>
        (_result, _read, _promised) = (result, read, read is not null);

    public Error? Error => _result.Error;

    /// <summary>The result; of a promise, once it has been read.</summary>
    /// <exception cref="InvalidOperationException">The change is not saved yet.</exception>
    public Result<T> Result =>
        _promised && Error is null
            ? throw new InvalidOperationException("An answer is read once the change is saved.")
            : _result;

    public static Answer<T> AfterSave(Func<CancellationToken, Task<T>> read) => new(Result<T>.Accept(default!), read);

    public static Answer<T> Refuse(Error error) => new(error, null);

    public Answer<T> Warn(params ReadOnlySpan<Warning> warnings) => new(_result.Warn(warnings), _read);

    /// <summary>Completes what is answered with what the handler has at hand, once it is read.</summary>
    public Answer<T> Completed(Func<T, T> complete) =>
        Error is not null ? this
        : _read is { } read ? new(_result, async cancellationToken => complete(await read(cancellationToken)))
        : new(_result.Map(complete), null);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (_read is not null && Error is null)
        {
            _result = Result<T>.Accept(await _read(cancellationToken), _result.Warnings);
            _promised = false;
        }
    }

    public static implicit operator Answer<T>(Result<T> result) => new(result, null);

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Error error) => new(error, null);
}

/// <summary>Lets the unit of work have an answer read without knowing of what.</summary>
public interface IAnswer
{
    Task ReadAsync(CancellationToken cancellationToken);
}
