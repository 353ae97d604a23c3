namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>The learner as he is called on the day.</summary>
/// <param name="LastName">Фамилия.</param>
/// <param name="FirstName">Имя.</param>
/// <param name="Patronymic">Отчество.</param>
/// <param name="NameKey">Normal form of the name, for the search.</param>
/// <param name="HasProfessionalEducation">Vocational or higher education; null: not known.</param>
public sealed record Learner(
    string LastName,
    string FirstName,
    string? Patronymic,
    string NameKey,
    bool? HasProfessionalEducation
);

/// <summary>An entry of the register book.</summary>
/// <param name="Number">Registration number, the next of the book.</param>
/// <param name="Series">Series of the blank.</param>
/// <param name="BlankNumber">Number of the blank.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="Basis">Protocol, order or application by which it is issued.</param>
/// <param name="Code">Code for verification.</param>
public sealed record CertificateEntry(
    int Number,
    string? Series,
    string? BlankNumber,
    DateOnly IssuedOn,
    string? Basis,
    string Code
)
{
    /// <summary>The centre as its papers name it on the day of issue.</summary>
    public CertificateIssuer? Issuer { get; init; }
}
