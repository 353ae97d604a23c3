using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>What is written on the card of a centre.</summary>
public record CentreBody
{
    /// <summary>Short name.</summary>
    public required string ShortName { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Municipality or district that the centre serves.</summary>
    public required string Territory { get; init; }

    /// <summary>IANA time zone, e.g. <c>Europe/Moscow</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    public string? Address { get; init; }

    /// <summary>Legal form: «государственное бюджетное учреждение дополнительного профессионального образования».</summary>
    public string? LegalForm { get; init; }

    /// <summary>Who has founded the centre.</summary>
    public CentreFounderBody? Founder { get; init; }

    /// <summary>Names that the centre bore before; a paper of the past bears the name of its day.</summary>
    public IReadOnlyList<CentreFormerNameBody> FormerNames { get; init; } = [];

    /// <summary>The centre's own licence for educational activity.</summary>
    public CentreLicenceBody? Licence { get; init; }

    /// <summary>Departments of the centre.</summary>
    public IReadOnlyList<CentreDepartmentBody> Departments { get; init; } = [];

    /// <summary>Head of the centre, who signs its papers; without one they leave a line blank.</summary>
    public CentreOfficialBody? Head { get; init; }

    /// <summary>Who signs documents of education beside the head.</summary>
    public CentreOfficialBody? Secretary { get; init; }

    /// <summary>Telephones of the centre, the first of them on its papers.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Address of the centre's site.</summary>
    public string? Site { get; init; }

    /// <summary>Town, as papers name it: «г. Кемерово».</summary>
    public string? Town { get; init; }

    /// <summary>What stands behind the number of an order, by its kind; absent: «у».</summary>
    public CentreOrderIndexesBody? OrderIndexes { get; init; }

    internal CentreCard ToCard() =>
        new(ShortName, FullName, Territory, TimeZone, Address)
        {
            LegalForm = LegalForm,
            Founder = Founder is null ? null : new CentreFounder(Founder.Name, Founder.Act),
            FormerNames =
            [
                .. FormerNames.Select(name => new CentreFormerName(
                    name.FullName,
                    name.ShortName,
                    name.Until,
                    name.Act
                )),
            ],
            Licence = Licence is null
                ? null
                : new CentreLicence(Licence.Number, Licence.IssuedOn, Licence.IssuedBy, Licence.ValidUntil),
            Departments = [.. Departments.Select(part => new CentreDepartment(part.Name, part.Phone))],
            Head = Head?.ToOfficial(),
            Secretary = Secretary?.ToOfficial(),
            Phones = Phones,
            Site = Site,
            Town = Town,
            OrderIndexes = OrderIndexes is null
                ? null
                : new CentreOrderIndexes(OrderIndexes.Enrolment, OrderIndexes.Completion, OrderIndexes.Expulsion),
        };
}
