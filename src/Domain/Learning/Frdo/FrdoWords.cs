using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Our words in those of the template; they must match to the letter (FRDO-4).</summary>
internal static class FrdoWords
{
    public const string Paid = "Платное обучение";

    public static string? Of(CertificateKind kind) =>
        kind switch
        {
            CertificateKind.ProfessionalDevelopment => FrdoTemplate.Certificate,
            CertificateKind.RetrainingDiploma => FrdoTemplate.Diploma,
            CertificateKind.StudyReference => FrdoTemplate.Reference,
            _ => null,
        };

    public static string? Of(ProgrammeKind kind) =>
        kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => FrdoTemplate.Development,
            ProgrammeKind.Retraining => FrdoTemplate.Retraining,
            _ => null,
        };

    public static string? Of(EducationLevel? level) =>
        level switch
        {
            EducationLevel.Higher => "Высшее образование",
            EducationLevel.SecondaryVocational => "Среднее профессиональное образование",
            _ => null,
        };

    public static string Of(Sex sex) => sex == Sex.Male ? "Муж" : "Жен";

    public static string? Of(StudyForm? form) =>
        form switch
        {
            StudyForm.FullTime => "Очная",
            StudyForm.PartTime => "Очно-заочная (вечерняя)",
            StudyForm.Extramural => "Заочная",
            _ => null,
        };

    public static string? Of(FundingSource source, FrdoBudget? budget) =>
        source == FundingSource.Paid ? Paid
        : budget is { } known ? Of(known)
        : null;

    public static string Of(FrdoBudget budget) =>
        budget switch
        {
            FrdoBudget.Federal => "Федеральный бюджет",
            FrdoBudget.Regional => "Региональный бюджет",
            _ => "Местный бюджет",
        };

    public static string Of(FrdoLossProof proof) =>
        proof switch
        {
            FrdoLossProof.Police => "Справка из органов внутренних дел",
            FrdoLossProof.FireService => "Справка из органов пожарной охраны",
            FrdoLossProof.Newspaper => "Объявление в газете",
            _ => "Другое",
        };

    public static string Of(FrdoExchange reason) =>
        reason == FrdoExchange.Damaged ? FrdoTemplate.Damaged : FrdoTemplate.Inaccurate;
}
