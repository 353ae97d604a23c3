using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>The file of a package, as it was made.</summary>
/// <remarks>A command, since taking protected personal data is logged (PD-4); for those who prepare packages.</remarks>
[Permission(FrdoPermissions.Prepare)]
public sealed record GetFrdoPackageFile(Guid Id) : ICommand<FileAnswer>;

internal sealed class GetFrdoPackageFileHandler(ILearningStore store, IFrdoFiles files, IAuditLog audit)
    : ICommandHandler<GetFrdoPackageFile, FileAnswer>
{
    private static readonly string[] Fields = ["birthDate", "sex", "snils", "citizenship"];

    public async Task<Answer<FileAnswer>> Handle(GetFrdoPackageFile request, CancellationToken cancellationToken)
    {
        var package = await store
            .FrdoPackages.AsNoTracking()
            .SingleOrDefaultAsync(package => package.Id == request.Id, cancellationToken);
        if (package is null)
        {
            return FrdoErrors.NotFound;
        }

        var content = await files.FindAsync(package.Id, cancellationToken);
        if (content is null)
        {
            return FrdoErrors.FileGone;
        }

        audit.RecordRead("frdo-package", package.Id, Fields, Texts.Texts.Get("frdo.purpose"));
        return new FileAnswer
        {
            Name = $"Пакет ФИС ФРДО № {package.Number} от {PaperWords.Short(package.PreparedOn)}",
            Format = TableFormat.Xlsx,
            WriteAsync = (output, token) => output.WriteAsync(content, token).AsTask(),
        };
    }
}
