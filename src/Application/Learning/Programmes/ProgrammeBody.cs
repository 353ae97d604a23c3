using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>What may change in a programme.</summary>
public record ProgrammeBody
{
    public required string Title { get; init; }

    /// <summary>Academic hours; at least 16 for professional development and 250 for retraining (DPO-2).</summary>
    public required int Hours { get; init; }

    public required ProgrammeLine Line { get; init; }

    public required StudyForm Form { get; init; }

    /// <summary>Day of approval; the norm of hours in force on that day applies.</summary>
    public required DateOnly ApprovedOn { get; init; }

    /// <summary>
    /// In the order in which they are taught; if any are given, their hours add up to those of the programme.
    /// </summary>
    public IReadOnlyList<ProgrammeModuleBody> Modules { get; init; } = [];

    /// <summary>For whom it is; absent: for everybody. Where it names positions, an application for others is refused.</summary>
    public ProgrammeAudienceBody? Audience { get; init; }

    /// <summary>Who teaches it; absent: the centre itself.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider's licence.</summary>
    public ProgrammeLicenceBody? Licence { get; init; }

    /// <summary>What it is about, at most five: «функциональная грамотность», «оценочные процедуры».</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    internal ProgrammeCard ToCard() =>
        new(Title, Hours, Line, Form, ApprovedOn)
        {
            Modules = [.. Modules.Select(module => new ProgrammeModule(module.Title, module.Hours))],
            Audience = Audience?.ToAudience(),
            Provider = Provider,
            Topics = Topics,
            Licence = Licence is null ? null : new ProgrammeLicence(Licence.Number, Licence.IssuedOn),
        };
}
