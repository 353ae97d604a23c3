namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Редакция программы, на смену которой пришла следующая: what was taught under it stays readable (KRS-27).</summary>
public sealed class ProgrammeEdition : Entity, IPartOf<Programme>
{
    private ProgrammeEdition() { }

    internal ProgrammeEdition(Programme programme, DateOnly replacedOn)
    {
        (ProgrammeId, Number, ReplacedOn) = (programme.Id, programme.Edition, replacedOn);
        (Title, Hours, Modules, Audience) = (programme.Title, programme.Hours, programme.Modules, programme.Audience);
        (ApprovedOn, ApprovalNumber) = (programme.ApprovedOn, programme.ApprovalNumber);
    }

    public Guid ProgrammeId { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private init; }

    public string Title { get; private init; } = null!;

    public int Hours { get; private init; }

    public IReadOnlyList<ProgrammeModule> Modules { get; private init; } = [];

    public ProgrammeAudience? Audience { get; private init; }

    public DateOnly ApprovedOn { get; private init; }

    /// <summary>Number of the act that approved it; null: registered without one.</summary>
    public string? ApprovalNumber { get; private init; }

    /// <summary>Day on which the next edition began.</summary>
    public DateOnly ReplacedOn { get; private init; }

    public Guid RootId => ProgrammeId;
}
