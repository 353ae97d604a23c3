using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    use_case = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    purpose = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    trace_id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "centre_norms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    value = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    rule = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre_norms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "centres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    short_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    territory = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    last_name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    first_name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    patronymic = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    snils = table.Column<string>(type: "varchar(11)", unicode: false, maxLength: 11, nullable: true),
                    education = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    teaching_since = table.Column<DateOnly>(type: "date", nullable: true),
                    name_key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "external_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    resource = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    request_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    location = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    etag = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    body = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    stored_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    owner = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "numerators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sequence = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_numerators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    short_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    legal_form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    number = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    has_preschool_groups = table.Column<bool>(type: "bit", nullable: false),
                    status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    status_since = table.Column<DateOnly>(type: "date", nullable: true),
                    name_key = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    search_key = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    type = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payload = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    occurred_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    category = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "int", nullable: false),
                    line = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    form = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    title_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    confidence = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stated_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    report = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    cell_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    value = table.Column<decimal>(type: "decimal(12,2)", precision: 12, scale: 2, nullable: false),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    login = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    display_name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(211)", maxLength: 211, nullable: false, collation: "Latin1_General_100_BIN2"),
                    password_hash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    external_issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    external_subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    is_blocked = table.Column<bool>(type: "bit", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_names_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    act_number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    act_date = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    rule_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    rule_edition = table.Column<DateOnly>(type: "date", nullable: true),
                    term_rule_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    term_rule_basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    term_rule_edition = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    annulment_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attestations", x => x.id);
                    table.ForeignKey(
                        name: "fk_attestations_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attestations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attestations_position_id",
                        column: x => x.position_id,
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    rate = table.Column<decimal>(type: "decimal(3,2)", precision: 3, scale: 2, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employments", x => x.id);
                    table.ForeignKey(
                        name: "fk_employments_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_employments_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_employments_position_id",
                        column: x => x.position_id,
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    title_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    line = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "int", nullable: false),
                    academic_year = table.Column<int>(type: "int", nullable: false),
                    season = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    form = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    capacity = table.Column<int>(type: "int", nullable: false),
                    status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    cancellation_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    seats_taken = table.Column<int>(type: "int", nullable: false),
                    waiting = table.Column<int>(type: "int", nullable: false),
                    last_arrival = table.Column<int>(type: "int", nullable: false),
                    funding_reference = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    funding_source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                    table.ForeignKey(
                        name: "fk_courses_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_factors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    risk_edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_factors", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_factors_risk_edition_id",
                        column: x => x.risk_edition_id,
                        principalTable: "risk_editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    support_programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    edition_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_cycles", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_cycles_support_programme_id",
                        column: x => x.support_programme_id,
                        principalTable: "support_programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    made_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    act = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_grants_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_grants_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    course_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    half_year = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    arrival = table.Column<int>(type: "int", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: false),
                    enrolled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolments", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrolments_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    support_programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    cycle_year = table.Column<int>(type: "int", nullable: false),
                    edition_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coordinator_since = table.Column<DateOnly>(type: "date", nullable: false),
                    curator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    curator_since = table.Column<DateOnly>(type: "date", nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    profile_source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    profile_date = table.Column<DateOnly>(type: "date", nullable: true),
                    priorities_chosen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participations", x => x.id);
                    table.ForeignKey(
                        name: "fk_participations_coordinator_id",
                        column: x => x.coordinator_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_curator_id",
                        column: x => x.curator_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "support_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_support_programme_id",
                        column: x => x.support_programme_id,
                        principalTable: "support_programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    participation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    factor_number = table.Column<int>(type: "int", nullable: false),
                    factor_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    level = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    is_priority = table.Column<bool>(type: "bit", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_assessments_participation_id",
                        column: x => x.participation_id,
                        principalTable: "participations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_employee_id",
                table: "absences",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_centre_id_name_key_id",
                table: "accounts",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_employee_id",
                table: "accounts",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" },
                unique: true,
                filter: "[external_issuer] IS NOT NULL AND [external_subject] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_accounts_login",
                table: "accounts",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_account_id",
                table: "api_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ux_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attestations_centre_id_decided_on_id",
                table: "attestations",
                columns: new[] { "centre_id", "decided_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attestations_employee_id_decided_on",
                table: "attestations",
                columns: new[] { "employee_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "ix_attestations_organisation_id",
                table: "attestations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_attestations_position_id",
                table: "attestations",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ux_attestations_employee_id_kind_position_id_decided_on",
                table: "attestations",
                columns: new[] { "employee_id", "kind", "position_id", "decided_on" },
                unique: true,
                filter: "state = 'Recorded'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_centre_id_at_id",
                table: "audit_entries",
                columns: new[] { "centre_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_centre_id_subject_id",
                table: "audit_entries",
                columns: new[] { "centre_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ux_centre_norms_centre_id_code_valid_from",
                table: "centre_norms",
                columns: new[] { "centre_id", "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_centres_code",
                table: "centres",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courses_centre_id_starts_on_id",
                table: "courses",
                columns: new[] { "centre_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_courses_programme_id",
                table: "courses",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_courses_centre_id_academic_year_number",
                table: "courses",
                columns: new[] { "centre_id", "academic_year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_centre_id_name_key_id",
                table: "employees",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_employees_centre_id_snils",
                table: "employees",
                columns: new[] { "centre_id", "snils" },
                unique: true,
                filter: "[snils] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_employments_employee_id",
                table: "employments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_organisation_id",
                table: "employments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_position_id",
                table: "employments",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_employee_id",
                table: "enrolments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_organisation_id",
                table: "enrolments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_enrolments_course_id_arrival",
                table: "enrolments",
                columns: new[] { "course_id", "arrival" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_enrolments_course_id_employee_id",
                table: "enrolments",
                columns: new[] { "course_id", "employee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_external_keys_centre_id_resource_source_key",
                table: "external_keys",
                columns: new[] { "centre_id", "resource", "source", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grants_account_id",
                table: "grants",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_organisation_id",
                table: "grants",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_stored_at",
                table: "idempotency_records",
                column: "stored_at");

            migrationBuilder.CreateIndex(
                name: "ux_idempotency_records_account_id_key",
                table: "idempotency_records",
                columns: new[] { "account_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_numerators_centre_id_sequence",
                table: "numerators",
                columns: new[] { "centre_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_names_organisation_id",
                table: "organisation_names",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_centre_id_name_key_id",
                table: "organisations",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_organisations_centre_id_code",
                table: "organisations",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_delivered_at_id",
                table: "outbox_messages",
                columns: new[] { "delivered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_participations_coordinator_id",
                table: "participations",
                column: "coordinator_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_curator_id",
                table: "participations",
                column: "curator_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_organisation_id",
                table: "participations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_programme_year_day",
                table: "participations",
                columns: new[] { "support_programme_id", "cycle_year", "assigned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_participations_cycle_id_organisation_id",
                table: "participations",
                columns: new[] { "cycle_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_positions_centre_id_code",
                table: "positions",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_centre_id_title_key_id",
                table: "programmes",
                columns: new[] { "centre_id", "title_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_programmes_centre_id_code",
                table: "programmes",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_protection_keys_name",
                table: "protection_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_assessments_participation_id_factor_number",
                table: "risk_assessments",
                columns: new[] { "participation_id", "factor_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_editions_centre_id_code",
                table: "risk_editions",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_factors_risk_edition_id_number",
                table: "risk_factors",
                columns: new[] { "risk_edition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_stated_figures_centre_id_report_period_cell_key",
                table: "stated_figures",
                columns: new[] { "centre_id", "report", "period", "cell_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_support_cycles_support_programme_id_year",
                table: "support_cycles",
                columns: new[] { "support_programme_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_support_programmes_centre_id_code",
                table: "support_programmes",
                columns: new[] { "centre_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "attestations");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "centre_norms");

            migrationBuilder.DropTable(
                name: "centres");

            migrationBuilder.DropTable(
                name: "employments");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "external_keys");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "numerators");

            migrationBuilder.DropTable(
                name: "organisation_names");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "risk_assessments");

            migrationBuilder.DropTable(
                name: "risk_factors");

            migrationBuilder.DropTable(
                name: "stated_figures");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "participations");

            migrationBuilder.DropTable(
                name: "risk_editions");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "employees");

            migrationBuilder.DropTable(
                name: "support_cycles");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "support_programmes");
        }
    }
}
