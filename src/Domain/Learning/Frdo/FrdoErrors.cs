namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Why a package is refused, and what the register would refuse in a document.</summary>
public static class FrdoErrors
{
    private static readonly RuleReference Required = Rule("FRDO-2");
    private static readonly RuleReference Consistency = Rule("FRDO-3");
    private static readonly RuleReference Characters = Rule("FRDO-4");
    private static readonly RuleReference Checksum = Rule("FRDO-5");
    private static readonly RuleReference Results = Rule("FRDO-6");
    private static readonly RuleReference References = Rule("FRDO-8");

    public static readonly Error NotFound = Error.NotFound("frdo.package-not-found");

    /// <summary>The file is protected by the service's key ring; without it nobody can read it.</summary>
    public static readonly Error FileGone = Error.Conflict("frdo.file-gone");

    public static readonly Error NothingToDeliver = Error.Unprocessable("frdo.nothing-to-deliver");

    /// <summary>A document waits in one package at a time, and once accepted it is never delivered again.</summary>
    public static readonly Error InPackage = Error.Conflict("frdo.in-package").By(Results);

    public static Error UnknownResend => Error.Unprocessable("frdo.unknown-resend").At("/resendOf");

    public static Error Faulty(int documents) => Error.Unprocessable("frdo.faulty").With("documents", documents);

    public static Error TooManyDocuments(int most) => Error.Unprocessable("frdo.too-many-documents").With("most", most);

    public static Error UnknownRow(int number, int index) =>
        Error.Unprocessable("frdo.unknown-row").With("row", number).At($"/rows/{index}/number");

    public static Error RowTwice(int number, int place) =>
        Error.Unprocessable("frdo.row-twice").With("number", number).At($"/rows/{place}/number");

    public static Error AlreadyAccepted(int number, int index) =>
        Error.Conflict("frdo.already-accepted").With("row", number).At($"/rows/{index}/state").By(Results);

    public static FrdoFault UnknownCertificate => new(null, Error.Unprocessable("frdo.unknown-certificate"));

    public static FrdoFault NotValid => new(null, Error.Unprocessable("frdo.not-valid"));

    public static FrdoFault Delivered => new(null, InPackage);

    /// <summary>The register knows no сертификат of a participant.</summary>
    public static FrdoFault KindUnknown => new(FrdoColumn.A, Error.Unprocessable("frdo.kind-unknown").By(Consistency));

    public static FrdoFault ReferenceNotDelivered =>
        new(FrdoColumn.A, Error.Unprocessable("frdo.reference-not-delivered").By(References));

    public static FrdoFault NumberMissing(FrdoColumn column) => Missing(column, "frdo.number-missing");

    public static FrdoFault TitleMissing => Missing(FrdoColumn.K, "frdo.title-missing");

    public static FrdoFault NameMissing(FrdoColumn column) => Missing(column, "frdo.name-missing");

    public static FrdoFault HoursMissing => Missing(FrdoColumn.U, "frdo.hours-missing");

    public static FrdoFault BirthDateMissing => Missing(FrdoColumn.Y, "frdo.birth-date-missing");

    public static FrdoFault SexMissing => Missing(FrdoColumn.Z, "frdo.sex-missing");

    public static FrdoFault SnilsMissing => Missing(FrdoColumn.AA, "frdo.snils-missing");

    public static FrdoFault FormMissing => Missing(FrdoColumn.AB, "frdo.form-missing") with { WithPackage = true };

    public static FrdoFault FundingMissing =>
        Missing(FrdoColumn.AC, "frdo.funding-missing") with
        {
            WithPackage = true,
        };

    public static FrdoFault CitizenshipMissing =>
        Missing(FrdoColumn.AE, "frdo.citizenship-missing") with
        {
            WithPackage = true,
        };

    public static FrdoFault LossProofMissing =>
        Missing(FrdoColumn.C, "frdo.loss-proof-missing") with
        {
            WithPackage = true,
        };

    public static FrdoFault ExchangeMissing =>
        Missing(FrdoColumn.D, "frdo.exchange-missing") with
        {
            WithPackage = true,
        };

    public static FrdoFault ProgrammeUnfit => Of(FrdoColumn.J, "frdo.programme-unfit", Consistency);

    public static FrdoFault TooFewHours(int least, RuleReference rule) =>
        new(FrdoColumn.U, Error.Unprocessable("frdo.too-few-hours").With("least", least).By(rule));

    public static FrdoFault YearsReversed => Of(FrdoColumn.T, "frdo.years-reversed", Consistency);

    public static FrdoFault IssuedBeforeEnd => Of(FrdoColumn.H, "frdo.issued-before-end", Consistency);

    public static FrdoFault EndsInFuture => Of(FrdoColumn.T, "frdo.ends-in-future", Consistency);

    public static FrdoFault IssuedTooEarly => Of(FrdoColumn.H, "frdo.issued-too-early", Consistency);

    public static FrdoFault BornTooEarly => Of(FrdoColumn.Y, "frdo.born-too-early", Consistency);

    public static FrdoFault BornAfterStart => Of(FrdoColumn.Y, "frdo.born-after-start", Consistency);

    public static FrdoFault OriginalMissing => Of(FrdoColumn.AF, "frdo.original-missing", Consistency);

    public static FrdoFault OriginalNotEarlier => Of(FrdoColumn.AJ, "frdo.original-not-earlier", Consistency);

    public static FrdoFault SnilsWrong => Of(FrdoColumn.AA, "frdo.snils-wrong", Checksum);

    public static FrdoFault CitizenshipWrong =>
        Of(FrdoColumn.AE, "frdo.citizenship-wrong", Characters) with
        {
            WithPackage = true,
        };

    public static FrdoFault TooLong(FrdoColumn column, int most) =>
        new(column, Error.Unprocessable("frdo.too-long").With("most", most).By(Characters));

    public static FrdoFault WrongCharacters(FrdoColumn column, string symbols) =>
        new(column, Error.Unprocessable("frdo.wrong-characters").With("symbols", symbols).By(Characters));

    private static FrdoFault Missing(FrdoColumn column, string code) => Of(column, code, Required);

    private static FrdoFault Of(FrdoColumn column, string code, RuleReference rule) =>
        new(column, Error.Unprocessable(code).By(rule));

    private static RuleReference Rule(string code) => new(code, "Шаблон «ДПО» ФИС ФРДО: проверки при загрузке");
}

/// <summary>What the register would refuse in a document.</summary>
/// <param name="Column">Where; null: the document as a whole.</param>
/// <param name="Error">Why.</param>
public sealed record FrdoFault(FrdoColumn? Column, Error Error)
{
    /// <summary>The value is stated with the package; before that its absence is not a fault of the document.</summary>
    public bool WithPackage { get; init; }

    /// <summary>The error with the place in its values, for a text by itself.</summary>
    public Error Placed =>
        Column is { } column
            ? Error.With("column", column.ToString()).With("header", FrdoTemplate.Header(column))
            : Error;
}
