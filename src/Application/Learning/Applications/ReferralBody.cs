using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>The letter by which a person is referred.</summary>
public sealed record ReferralBody
{
    /// <summary>Number of the letter.</summary>
    public required string ReferralNumber { get; init; }

    /// <summary>First day of the training; without it the letter leaves a line blank.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of the training.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Where the training takes place.</summary>
    public string? Place { get; init; }

    /// <summary>To whom the letter goes, in full; without it the provider of the campaign.</summary>
    public string? Addressee { get; init; }

    /// <summary>Who has written the letter: family name and initials.</summary>
    public string? Executor { get; init; }

    /// <summary>Telephone of the executor; without it the first of the centre.</summary>
    public string? ExecutorPhone { get; init; }

    internal ReferralTerms? ToTerms() =>
        (StartsOn, EndsOn, Place, Addressee, Executor, ExecutorPhone) is (null, null, null, null, null, null)
            ? null
            : new ReferralTerms(StartsOn, EndsOn, Place, Addressee, Executor, ExecutorPhone);
}
