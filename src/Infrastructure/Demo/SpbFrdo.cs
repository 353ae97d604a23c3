using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Domain.Learning.Frdo;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A package for ФИС ФРДО: one document was accepted, the other waits to be delivered anew.</summary>
internal static class SpbFrdo
{
    /// <summary>Place of the course whose documents have blanks.</summary>
    public const int Course = 2;

    public const string Series = "ПК";

    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var documents = await session
            .Database.Certificates.Where(certificate => certificate.Series == Series)
            .OrderBy(certificate => certificate.Year)
            .ThenBy(certificate => certificate.Number)
            .Select(certificate => certificate.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        var package = new PrepareFrdoPackage
        {
            CertificateIds = documents,
            Responsible = "Образцова Елена Петровна",
            Activity = "Образование и наука",
            SpecialityGroup = "Образование и педагогические науки",
            Budget = FrdoBudget.Regional,
            Citizenship = "643",
        };
        var prepared = await session.DoAsync(DemoKind.FrdoPackage, 0, package, cancellationToken);
        var answer = new FrdoResultsBody
        {
            Rows =
            [
                new FrdoResultBody { Number = 2, Accepted = true },
                new FrdoResultBody
                {
                    Number = 3,
                    Accepted = false,
                    ErrorText = "Недопустимый символ",
                },
            ],
        };
        await session.DoAsync(
            DemoKind.FrdoPackage,
            100,
            new RecordFrdoResults(prepared.Id, prepared.Version, answer),
            cancellationToken
        );
    }
}
