namespace MethodCenter.Domain.Learning.Applications;

/// <summary>What a referral letter says of the training and of itself.</summary>
/// <param name="StartsOn">First day of the training.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Place">Where it takes place.</param>
/// <param name="Addressee">To whom the letter goes, in full.</param>
/// <param name="Executor">Who has written it.</param>
/// <param name="ExecutorPhone">How he is reached.</param>
public sealed record ReferralTerms(
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    string? Place,
    string? Addressee,
    string? Executor,
    string? ExecutorPhone
);
