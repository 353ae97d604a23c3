using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Proof of the loss of a certificate (column C).</summary>
public enum FrdoLossProof
{
    /// <summary>Certificate of the police.</summary>
    Police,

    /// <summary>Certificate of the fire service.</summary>
    FireService,

    /// <summary>Announcement in a newspaper.</summary>
    Newspaper,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>Reason of an exchange (column D).</summary>
public enum FrdoExchange
{
    /// <summary>Exchanged because it was damaged.</summary>
    Damaged,

    /// <summary>Exchanged because it held inaccurate information.</summary>
    Inaccurate,
}

/// <summary>The budget that paid for the training (column AC).</summary>
public enum FrdoBudget
{
    /// <summary>Federal budget.</summary>
    Federal,

    /// <summary>Regional budget.</summary>
    Regional,

    /// <summary>Local budget.</summary>
    Local,
}

/// <summary>What the service knows of a document that is to be delivered.</summary>
public sealed record FrdoDocument
{
    public required CertificateKind Kind { get; init; }

    public required ProgrammeKind Programme { get; init; }

    public required FrdoEntry Entry { get; init; }

    public required string Title { get; init; }

    public required int Hours { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required StudyForm Form { get; init; }

    public required FundingSource Funding { get; init; }

    public EducationLevel? Education { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>As it is stored; checked again, since the register refuses a whole file for one wrong number.</summary>
    public string? Snils { get; init; }

    /// <summary>Why it was issued in the place of another one.</summary>
    public ReplacementReason? Replacement { get; init; }

    /// <summary>The document in whose place it was issued.</summary>
    public FrdoEntry? Original { get; init; }
}

/// <summary>An entry of the register book, as the paper shows it.</summary>
public sealed record FrdoEntry
{
    public required CertificateKind Kind { get; init; }

    public string? Series { get; init; }

    public string? BlankNumber { get; init; }

    public required int RegisterNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public string? Patronymic { get; init; }
}

/// <summary>What the centre states of all documents of a package, since the template asks for it and no record has it.</summary>
public sealed record FrdoStatement
{
    /// <summary>Наименование области профессиональной деятельности (L).</summary>
    public string? Activity { get; init; }

    /// <summary>Укрупнённая группа специальностей (M).</summary>
    public string? SpecialityGroup { get; init; }

    /// <summary>Наименование квалификации (N), of retraining.</summary>
    public string? Qualification { get; init; }

    /// <summary>The budget behind every funding that is not paid by the learner (AC).</summary>
    public FrdoBudget? Budget { get; init; }

    /// <summary>What a distance course is called, since the template knows no such form (AB).</summary>
    public StudyForm? DistanceForm { get; init; }

    /// <summary>Citizenship of learners of whom nothing else is stated (AE).</summary>
    public string? Citizenship { get; init; }

    /// <summary>What stands where a learner has no patronymic (X); null: nothing.</summary>
    public string? AbsentPatronymic { get; init; }
}

/// <summary>What the centre states of one document.</summary>
public sealed record FrdoSupplement
{
    public static readonly FrdoSupplement None = new();

    public string? Citizenship { get; init; }

    public string? DiplomaLastName { get; init; }

    public string? DiplomaSeries { get; init; }

    public string? DiplomaNumber { get; init; }

    public FrdoLossProof? LossProof { get; init; }

    public FrdoExchange? Exchange { get; init; }

    public bool OriginalDestroyed { get; init; }
}
