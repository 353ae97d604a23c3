namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>What became of a row of a package.</summary>
public enum FrdoRowState
{
    /// <summary>Prepared: the register has not answered yet.</summary>
    Prepared,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Rejected; it may be delivered again once it has been corrected.</summary>
    Rejected,
}

/// <summary>Пакет сведений для ФИС ФРДО: a file, its documents, and what the register answered of each (FRDO-6).</summary>
public sealed class FrdoPackage : AggregateRoot
{
    public const int MostDocuments = 2000;
    public const int ResponsibleMaxLength = 160;
    public const int ErrorMaxLength = 500;
    public const int Sha256Length = 64;

    private readonly List<FrdoRow> _rows = [];

    private FrdoPackage() { }

    /// <summary>From 1 in the centre, without gaps.</summary>
    public int Number { get; private init; }

    public DateOnly PreparedOn { get; private init; }

    /// <summary>Who signs the file (FRDO-6).</summary>
    [PersonalData]
    public string Responsible { get; private init; } = null!;

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = null!;

    /// <summary>Bytes of the file.</summary>
    public int FileLength { get; private init; }

    public int RowCount { get; private init; }

    /// <summary>The package whose rejected rows this one delivers again.</summary>
    public Guid? ResendOfId { get; private init; }

    public IReadOnlyList<FrdoRow> Rows => _rows;

    public static FrdoPackage Prepare(FrdoFile file, IReadOnlyList<Guid> certificates)
    {
        var package = new FrdoPackage
        {
            Number = file.Number,
            PreparedOn = file.PreparedOn,
            Responsible = file.Responsible,
            Sha256 = file.Sha256,
            FileLength = file.Length,
            RowCount = certificates.Count,
            ResendOfId = file.ResendOfId,
        };

        // The number is that of the sheet's row, by which the register names its errors: the first below the headers is 2.
        package._rows.AddRange(certificates.Select((id, place) => new FrdoRow(package.Id, id, place + 2)));
        package.Raise(new FrdoPackagePrepared(package.Id, package.Number, package.RowCount));
        return package;
    }

    /// <summary>Writes down what the register has answered. An accepted row stays accepted.</summary>
    public Result<Nothing> Answer(IReadOnlyList<FrdoAnswer> answers, DateOnly today)
    {
        var rows = _rows.ToDictionary(row => row.Number);
        var said = new HashSet<int>();
        for (var index = 0; index < answers.Count; index++)
        {
            var answer = answers[index];
            if (!rows.TryGetValue(answer.Number, out var row))
            {
                return FrdoErrors.UnknownRow(answer.Number, index);
            }

            if (!said.Add(answer.Number))
            {
                return FrdoErrors.RowTwice(answer.Number, index);
            }

            if (row.State == FrdoRowState.Accepted && !answer.Accepted)
            {
                return FrdoErrors.AlreadyAccepted(answer.Number, index);
            }
        }

        var changed = answers.Count(answer => rows[answer.Number].Answer(answer, today));
        if (changed > 0)
        {
            Raise(new FrdoPackageAnswered(Id, changed));
        }

        return Nothing.Done;
    }
}

/// <summary>A document in a package.</summary>
public sealed class FrdoRow : Entity, IPartOf<FrdoPackage>
{
    private FrdoRow() { }

    internal FrdoRow(Guid packageId, Guid certificateId, int number) =>
        (FrdoPackageId, CertificateId, Number) = (packageId, certificateId, number);

    public Guid FrdoPackageId { get; private init; }

    public Guid CertificateId { get; private init; }

    /// <summary>Row of the sheet, from 2.</summary>
    public int Number { get; private init; }

    public FrdoRowState State { get; private set; } = FrdoRowState.Prepared;

    /// <summary>What the register has written; it may name the person.</summary>
    [PersonalData]
    public string? ErrorText { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    Guid IPart.RootId => FrdoPackageId;

    internal bool Answer(FrdoAnswer answer, DateOnly today)
    {
        var (state, text) = answer.Accepted ? (FrdoRowState.Accepted, null) : (FrdoRowState.Rejected, answer.ErrorText);
        if (State == state && ErrorText == text)
        {
            return false;
        }

        (State, ErrorText, AnsweredOn) = (state, text, today);
        return true;
    }
}

/// <summary>A file that was made.</summary>
public sealed record FrdoFile(
    int Number,
    DateOnly PreparedOn,
    string Responsible,
    string Sha256,
    int Length,
    Guid? ResendOfId
);

/// <summary>What the register says of a row.</summary>
public sealed record FrdoAnswer(int Number, bool Accepted, string? ErrorText);

/// <summary>A package was prepared.</summary>
public sealed record FrdoPackagePrepared(Guid SubjectId, int Number, int Documents) : IDomainEvent;

/// <summary>The register has answered.</summary>
public sealed record FrdoPackageAnswered(Guid SubjectId, int Rows) : IDomainEvent;
