using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MethodCenter.Domain.Common;

/// <summary>Lets generic code build a refusal of the right type.</summary>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    Error? Error { get; }

    static abstract TSelf Refuse(Error error);
}

/// <summary>Lets generic code look at the value of a success.</summary>
public interface IHeldValue
{
    /// <summary>The value; null: a refusal.</summary>
    object? Held { get; }
}

/// <summary>The outcome of something that may be refused: a value with warnings, or an error. Exceptions mean bugs.</summary>
public sealed class Result<T> : IResult<Result<T>>, IHeldValue
{
    private readonly T? _value;

    private Result(T? value, Error? error, ImmutableArray<Warning> warnings)
    {
        _value = value;
        Error = error;
        Warnings = warnings;
    }

    public Error? Error { get; }

    public ImmutableArray<Warning> Warnings { get; }

    object? IHeldValue.Held => Error is null ? _value : null;

    [MemberNotNullWhen(true, nameof(Error))]
    public bool Refused => Error is not null;

    /// <summary>The value; asking a refusal for it is a bug.</summary>
    public T Value =>
        Error is null ? _value! : throw new InvalidOperationException($"A refused result has no value: {Error.Code}.");

    /// <summary>True, with the value, on success; false, with the error, on a refusal.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out Error error)
    {
        value = _value;
        error = Error;
        return Error is null;
    }

    public Result<TOther> Map<TOther>(Func<T, TOther> map) =>
        Error is null ? Result<TOther>.Accept(map(_value!), Warnings) : Result<TOther>.Refuse(Error);

    public Result<T> Warn(params ReadOnlySpan<Warning> warnings) => new(_value, Error, Warnings.AddRange(warnings));

    public static Result<T> Accept(T value, ImmutableArray<Warning> warnings = default) =>
        new(value, null, warnings.IsDefault ? [] : warnings);

    public static Result<T> Refuse(Error error) => new(default, error, []);

    public static implicit operator Result<T>(T value) => Accept(value);

    public static implicit operator Result<T>(Error error) => Refuse(error);
}

/// <summary>The value of a success that has nothing to say.</summary>
public readonly record struct Nothing
{
    /// <summary>A success without a value.</summary>
    public static readonly Result<Nothing> Done = Result<Nothing>.Accept(default);
}
