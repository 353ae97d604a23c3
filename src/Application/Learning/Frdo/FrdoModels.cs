using System.Text.Json.Serialization;
using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Package for the federal register: what was handed over and what the register answered (FRDO-6).</summary>
public sealed record FrdoPackageDetails : DetailsModel
{
    /// <summary>Numbered from 1 in the centre.</summary>
    public int Number { get; init; }

    public DateOnly PreparedOn { get; init; }

    /// <summary>Who signs the file.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Bytes of the file.</summary>
    public int FileLength { get; init; }

    public int RowCount { get; init; }

    /// <summary>Rows that the register has accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Rows that it has rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>The package whose rejected rows this one delivers again.</summary>
    public Guid? ResendOfId { get; init; }

    /// <summary>Number of that package.</summary>
    public int? ResendOfNumber { get; init; }

    /// <summary>Documents that were left out, with all that is wrong in them. Only in the answer to the preparation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FrdoRefusal>? Refused { get; init; }
}

/// <summary>A package in a list.</summary>
public sealed record FrdoPackageListItem
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public DateOnly PreparedOn { get; init; }

    public int RowCount { get; init; }

    /// <summary>Rows that the register has accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Rows that it has rejected.</summary>
    public int Rejected { get; init; }

    public string Sha256 { get; init; } = "";

    public int Version { get; init; }
}

/// <summary>A row of a package: one certificate.</summary>
public sealed record FrdoRowItem
{
    public Guid Id { get; init; }

    /// <summary>Row of the sheet, by which the register names its errors; the first is 2.</summary>
    public int Number { get; init; }

    public Guid CertificateId { get; init; }

    /// <summary>Year of the register book.</summary>
    public int RegisterYear { get; init; }

    /// <summary>Registration number of the document.</summary>
    public int RegisterNumber { get; init; }

    /// <summary>Family name, given name, patronymic, as printed.</summary>
    public string FullName { get; init; } = "";

    public FrdoRowState State { get; init; }

    /// <summary>What the register wrote about it.</summary>
    public string? ErrorText { get; init; }

    public DateOnly? AnsweredOn { get; init; }
}

internal sealed class FrdoProjections : Profile
{
    public FrdoProjections()
    {
        CreateProjection<FrdoPackage, FrdoPackageDetails>()
            .Beside(
                model => model.ResendOfNumber,
                package => package.ResendOfId,
                (FrdoPackage first) => (int?)first.Number
            )
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(model => model.Refused, options => options.Ignore())
            .ForMember(
                model => model.Accepted,
                options => options.MapFrom(package => package.Rows.Count(row => row.State == FrdoRowState.Accepted))
            )
            .ForMember(
                model => model.Rejected,
                options => options.MapFrom(package => package.Rows.Count(row => row.State == FrdoRowState.Rejected))
            );
    }
}
