using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Frdo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "frdo_packages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    prepared_on = table.Column<DateOnly>(type: "date", nullable: false),
                    responsible = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_length = table.Column<int>(type: "integer", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    resend_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_packages", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_packages_resend_of_id",
                        column: x => x.resend_of_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frdo_contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_contents", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_contents_package_id",
                        column: x => x.package_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frdo_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    frdo_package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    error_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_rows", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_rows_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_frdo_rows_frdo_package_id",
                        column: x => x.frdo_package_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_frdo_contents_package_id",
                table: "frdo_contents",
                column: "package_id");

            migrationBuilder.CreateIndex(
                name: "ix_frdo_packages_resend_of_id",
                table: "frdo_packages",
                column: "resend_of_id");

            migrationBuilder.CreateIndex(
                name: "ux_frdo_packages_centre_id_number",
                table: "frdo_packages",
                columns: new[] { "centre_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_frdo_rows_certificate_id",
                table: "frdo_rows",
                column: "certificate_id",
                unique: true,
                filter: "state <> 'Rejected'");

            migrationBuilder.CreateIndex(
                name: "ux_frdo_rows_frdo_package_id_number",
                table: "frdo_rows",
                columns: new[] { "frdo_package_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "frdo_contents");

            migrationBuilder.DropTable(
                name: "frdo_rows");

            migrationBuilder.DropTable(
                name: "frdo_packages");
        }
    }
}
